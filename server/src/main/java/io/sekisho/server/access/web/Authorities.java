package io.sekisho.server.access.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.access.Permission;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells Spring's own parts (of these the actuator asks) what a caller may: an authority for each permission. */
final class Authorities {

    private Authorities() {}

    static void grant(Caller caller) {
        List<GrantedAuthority> granted = Arrays.stream(Permission.values())
                .filter(permission -> permission.isGrantedTo(caller))
                .map(permission -> (GrantedAuthority) new SimpleGrantedAuthority(permission.name()))
                .toList();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller.actor(), "", granted));
    }
}
