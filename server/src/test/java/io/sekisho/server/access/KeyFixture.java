package io.sekisho.server.access;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A folder of keys, the keys as a server sees them, and what was told of them. */
public final class KeyFixture implements KeyWatch {

    public final MovingTime time = new MovingTime("2026-11-24T00:00:00Z");
    public final KeyFolder folder;
    public final ApiKeys keys;
    final List<String> told = new ArrayList<>();
    private final SecureRandom random = new SecureRandom();

    public KeyFixture(Path path) throws IOException {
        this.folder = new KeyFolder(path);
        this.keys = new ApiKeys(folder, time, this);
    }

    public IssuedKey issue(Scope... scopes) throws IOException {
        return folder.issue(
                new KeyWish("till", Set.copyOf(Arrays.asList(scopes)), null, ApiKey.USUAL_QUOTA),
                random,
                time.instant());
    }

    public IssuedKey issueWithQuota(long quota, Scope... scopes) throws IOException {
        return folder.issue(
                new KeyWish("till", Set.copyOf(Arrays.asList(scopes)), null, quota), random, time.instant());
    }

    public IssuedKey issueFor(Duration span) throws IOException {
        return folder.issue(
                new KeyWish("till", Set.of(Scope.DECIDE), time.instant().plus(span), 10), random, time.instant());
    }

    /** The code of the refusal, or "granted". */
    String check(String header) {
        return code(keys.authenticate(header, time.millis()));
    }

    static String code(KeyCheck check) {
        return switch (check) {
            case KeyCheck.Granted granted -> "granted";
            case KeyCheck.Refused refused -> refused.problem().code();
        };
    }

    @Override
    public void created(ApiKey key) {
        told.add("created " + key.id());
    }

    @Override
    public void revoked(ApiKey key) {
        told.add("revoked " + key.id());
    }

    @Override
    public void damaged(String file) {
        told.add("damaged " + file);
    }
}
