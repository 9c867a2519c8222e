package io.sekisho.server.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of new and revoked keys. */
final class LoggedKeys implements KeyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedKeys.class);

    @Override
    public void created(ApiKey key) {
        LOG.atInfo()
                .addKeyValue("key", key.id())
                .addKeyValue("scopes", key.scopes())
                .log("API key is known");
    }

    @Override
    public void revoked(ApiKey key) {
        LOG.atInfo().addKeyValue("key", key.id()).log("API key is revoked");
    }

    @Override
    public void damaged(String file) {
        LOG.atWarn().addKeyValue("file", file).log("This file holds no API key; whoever uses that key is refused");
    }
}
