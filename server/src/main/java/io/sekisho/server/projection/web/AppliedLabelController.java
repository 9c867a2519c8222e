package io.sekisho.server.projection.web;

import io.sekisho.server.projection.AppliedLabels;
import io.sekisho.server.projection.Cursor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What turned out true, as it was told. */
@RestController
class AppliedLabelController {

    private final AppliedLabels labels;
    private final Fresh fresh;

    AppliedLabelController(AppliedLabels labels, Fresh fresh) {
        this.labels = labels;
        this.fresh = fresh;
    }

    @GetMapping("/v1/labels")
    ResponseEntity<byte[]> find(
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = PageWish.USUAL) String limit) {
        PageWish wish = new PageWish();
        String thing = wish.id("about", about);
        Optional<Cursor> cursor = wish.after(after);
        int most = wish.limit(limit);
        wish.check();
        return fresh.page(() -> labels.find(thing, cursor, most));
    }
}
