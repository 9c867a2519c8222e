package io.sekisho.server.access.staff;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** The staff as passkeys know their owners; while somebody enrols, that one before they stand in the table. */
final class PasskeyOwner implements PublicKeyCredentialUserEntityRepository {

    private final StaffTable staff;
    private final Optional<PublicKeyCredentialUserEntity> enrolling;

    PasskeyOwner(StaffTable staff, Optional<PublicKeyCredentialUserEntity> enrolling) {
        this.staff = staff;
        this.enrolling = enrolling;
    }

    static PublicKeyCredentialUserEntity entity(byte[] handle, String email, String name) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(handle))
                .name(email)
                .displayName(name)
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return staff.findByHandle(handle.getBytes())
                .map(person -> entity(handle.getBytes(), person.email(), person.name()))
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return enrolling.orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new IllegalStateException("Owners of passkeys are made by enrolment alone");
    }

    @Override
    public void delete(Bytes handle) {
        throw new IllegalStateException("Owners of passkeys are not deleted");
    }
}
