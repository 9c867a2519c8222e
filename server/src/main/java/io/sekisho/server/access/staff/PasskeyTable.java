package io.sekisho.server.access.staff;

import io.sekisho.server.platform.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** The table of passkeys. */
final class PasskeyTable implements UserCredentialRepository {

    private static final String SELECT = """
            select p.*, s.user_handle from staff_passkey p
            join staff s on s.shop_id = p.shop_id and s.id = p.staff_id where p.shop_id = :shop""";

    private final JdbcClient client;
    private final ShopId shop;

    PasskeyTable(JdbcClient client, ShopId shop) {
        this.client = client;
        this.shop = shop;
    }

    @Override
    public void delete(Bytes credentialId) {
        sql("delete from staff_passkey where shop_id = :shop and credential_id = :id")
                .param("id", credentialId.getBytes())
                .update();
    }

    void deleteAll(String staffId) {
        sql("delete from staff_passkey where shop_id = :shop and staff_id = :staff")
                .param("staff", staffId)
                .update();
    }

    /** Adds it, or notes that it was used; one that is somebody else's stays theirs. */
    @Override
    public void save(CredentialRecord passkey) {
        sql("""
                insert into staff_passkey (shop_id, credential_id, staff_id, public_key, attestation_object,
                    signature_count, uv_initialized, transports, backup_eligible, backup_state, label, created, last_used)
                select :shop, :id, s.id, :key, :attestation, :count, :uv, :transports, :eligible, :backup, :label, :created, :used
                from staff s where s.shop_id = :shop and s.user_handle = :handle
                on conflict (shop_id, credential_id) do update set signature_count = excluded.signature_count,
                    uv_initialized = excluded.uv_initialized, backup_state = excluded.backup_state,
                    last_used = excluded.last_used
                where staff_passkey.staff_id = excluded.staff_id""")
                .param("id", passkey.getCredentialId().getBytes())
                .param("handle", passkey.getUserEntityUserId().getBytes())
                .param("key", passkey.getPublicKey().getBytes())
                .param("attestation", attestation(passkey))
                .param("count", passkey.getSignatureCount())
                .param("uv", passkey.isUvInitialized())
                .param("transports", written(passkey.getTransports()))
                .param("eligible", passkey.isBackupEligible())
                .param("backup", passkey.isBackupState())
                .param("label", passkey.getLabel())
                .param("created", StaffTable.time(passkey.getCreated()))
                .param("used", StaffTable.time(passkey.getLastUsed()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return sql(SELECT + " and p.credential_id = :id")
                .param("id", credentialId.getBytes())
                .query(PasskeyTable::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userHandle) {
        return sql(SELECT + " and s.user_handle = :handle order by p.created")
                .param("handle", userHandle.getBytes())
                .query(PasskeyTable::passkey)
                .list();
    }

    /** A passkey as its owner sees it. */
    public record Shown(String label, Instant created, Instant lastUsed) {}

    List<Shown> shown(String staffId) {
        return sql(SELECT + " and p.staff_id = :staff order by p.created")
                .param("staff", staffId)
                .query((row, number) -> new Shown(
                        row.getString("label"),
                        StaffTable.instant(row, "created"),
                        StaffTable.instant(row, "last_used")))
                .list();
    }

    private JdbcClient.StatementSpec sql(String text) {
        return client.sql(text).param("shop", shop.value());
    }

    private static byte[] attestation(CredentialRecord passkey) {
        Bytes attestation = passkey.getAttestationObject();
        if (attestation == null) {
            throw new IllegalStateException("A passkey came without its attestation object");
        }
        return attestation.getBytes();
    }

    private static String written(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
        Set<AuthenticatorTransport> transports = Arrays.stream(
                        row.getString("transports").split(","))
                .filter(word -> !word.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("user_handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .transports(transports)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .label(row.getString("label"))
                .created(StaffTable.instant(row, "created"))
                .lastUsed(StaffTable.instant(row, "last_used"))
                .build();
    }
}
