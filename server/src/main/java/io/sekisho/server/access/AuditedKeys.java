package io.sekisho.server.access;

import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditEntry;
import io.sekisho.server.audit.AuditTrail;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes new and revoked keys into the audit log: the command that made them could not, since the log is the server's. */
final class AuditedKeys implements KeyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedKeys.class);

    private final AuditTrail audit;

    AuditedKeys(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public void created(ApiKey key) {
        String scopes = key.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(","));
        audit.append(
                AuditEntry.SYSTEM,
                AuditAction.KEY_CREATED,
                "key:" + key.id(),
                Map.of("scopes", scopes, "created", key.created().toString()));
    }

    @Override
    public void revoked(ApiKey key) {
        audit.append(
                AuditEntry.SYSTEM,
                AuditAction.KEY_REVOKED,
                "key:" + key.id(),
                Map.of("revoked", String.valueOf(key.revoked())));
    }

    @Override
    public void damaged(String file) {
        LOG.atWarn().addKeyValue("file", file).log("This file holds no API key; whoever uses that key is refused");
    }
}
