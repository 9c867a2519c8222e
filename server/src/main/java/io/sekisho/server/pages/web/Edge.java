package io.sekisho.server.pages.web;

import io.sekisho.server.audit.AuditTrail;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What every look at somebody needs: the log of looks, and the time. */
@Component
record Edge(AuditTrail audit, InstantSource time) {}
