package io.sekisho.server.access.web;

import io.sekisho.server.access.SignedIn;
import io.sekisho.server.access.staff.OwnAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The own account: who one is, where one is signed in, and the way out. */
@Controller
class AccountController {

    private final OwnAccount account;

    AccountController(OwnAccount account) {
        this.account = account;
    }

    @GetMapping(Answers.ACCOUNT)
    String page(SignedIn person, Model model) {
        model.addAttribute("staff", account.staff(person));
        model.addAttribute("sessions", account.sessions(person));
        model.addAttribute("passkeys", account.passkeys(person));
        model.addAttribute("hasPassword", account.hasPassword(person));
        model.addAttribute("csrf", person.csrfToken());
        return "access/account";
    }

    @PostMapping("/account/sessions/{id}/revoke")
    String revoke(SignedIn person, @PathVariable String id) {
        account.revoke(person, id);
        return "redirect:" + Answers.ACCOUNT;
    }

    @PostMapping("/sign-out")
    String signOut(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        account.signOut(person);
        Answers.letOut(request, response);
        return "redirect:" + AccessFilter.SIGN_IN_PAGE;
    }
}
