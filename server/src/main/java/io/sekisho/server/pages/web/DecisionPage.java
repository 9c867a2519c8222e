package io.sekisho.server.pages.web;

import io.sekisho.engine.policy.Policy;
import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.decision.DecisionRecords;
import io.sekisho.server.pages.words.Vocabulary;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One decision with everything by which it was taken. */
@Controller
class DecisionPage {

    private static final String BY_LIVE = "live";

    private final DecisionRecords records;
    private final Vocabulary vocabulary;
    private final Edge edge;

    DecisionPage(DecisionRecords records, Vocabulary vocabulary, Edge edge) {
        this.records = records;
        this.vocabulary = vocabulary;
        this.edge = edge;
    }

    /** It shows what the shop sent of a person: the look is written down first. */
    @GetMapping("/decisions/{id}")
    String page(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String replay,
            Locale locale,
            Model model) {
        Map<String, Object> whole = records.whole(id).orElseThrow(() -> PageProblems.notFound("decision_not_found"));
        Policy policy = records.policyOf(id).orElseThrow(() -> PageProblems.notFound("decision_not_found"));
        edge.audit().append(caller.actor(), AuditAction.DECISION_VIEWED, "decision:" + id, Map.of("view", "page"));
        DecisionView view = new DecisionView(whole, policy, vocabulary.in(locale));
        model.addAttribute("decision", view);
        if (replay != null) {
            boolean isByLive = replay.equals(BY_LIVE);
            records.again(id, isByLive).ifPresent(again -> model.addAttribute("again", view.again(again, isByLive)));
        }
        return "pages/decision";
    }
}
