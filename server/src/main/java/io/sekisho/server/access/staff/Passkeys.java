package io.sekisho.server.access.staff;

import io.sekisho.server.platform.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ceremonies of WebAuthn: a passkey is made, and signs. The device must verify its user, so that a passkey stands for
 * two factors.
 */
final class Passkeys {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

    private final StaffTables tables;
    private final PublicAddress address;
    private final InstantSource time;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final Ceremonies<PublicKeyCredentialCreationOptions> creations = new Ceremonies<>(LIFETIME);
    private final Ceremonies<PublicKeyCredentialRequestOptions> requests = new Ceremonies<>(LIFETIME);

    Passkeys(StaffTables tables, PublicAddress address, InstantSource time) {
        this.tables = tables;
        this.address = address;
        this.time = time;
    }

    /** What the browser needs to make one for that person. */
    String creationOptions(String visit, PublicKeyCredentialUserEntity owner) {
        var nobody = UsernamePasswordAuthenticationToken.authenticated(owner.getName(), "", List.of());
        PublicKeyCredentialCreationOptions options = operations(Optional.of(owner))
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(nobody));
        creations.begin(visit, options, time.instant());
        return json.writeValueAsString(options);
    }

    /** Stores the one that the browser made; false where it does not fit what was begun. The owner must be in the table. */
    boolean register(String visit, String credential) {
        return creations
                .take(visit, time.instant())
                .flatMap(options -> attempt(credential, text -> {
                    RelyingPartyPublicKey key = json.readValue(text, RelyingPartyPublicKey.class);
                    return operations(Optional.empty())
                            .registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, key));
                }))
                .isPresent();
    }

    /** What the browser needs to sign in with any passkey of this server. */
    String requestOptions(String visit) {
        PublicKeyCredentialRequestOptions options =
                operations(Optional.empty()).createCredentialRequestOptions(() -> null);
        requests.begin(visit, options, time.instant());
        return json.writeValueAsString(options);
    }

    /** Whose passkey signed what was begun. */
    Optional<Staff> authenticate(String visit, String credential) {
        return requests.take(visit, time.instant())
                .flatMap(options -> attempt(credential, text -> {
                    PublicKeyCredential<AuthenticatorAssertionResponse> signed =
                            json.readValue(text, new TypeReference<>() {});
                    return operations(Optional.empty())
                            .authenticate(new RelyingPartyAuthenticationRequest(options, signed));
                }))
                .flatMap(owner -> tables.staff().findByHandle(owner.getId().getBytes()));
    }

    /** The answer comes from outside and through two libraries: whatever they throw, it was not a good one. */
    private static <T> Optional<T> attempt(String credential, Function<String, T> ceremony) {
        try {
            return Optional.ofNullable(ceremony.apply(credential));
        } catch (UnavailableException away) {
            throw away;
        } catch (RuntimeException refused) {
            LOG.atInfo().addKeyValue("why", refused.getClass().getSimpleName()).log("Passkey refused");
            return Optional.empty();
        }
    }

    private Webauthn4JRelyingPartyOperations operations(Optional<PublicKeyCredentialUserEntity> enrolling) {
        Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(
                new PasskeyOwner(tables.staff(), enrolling),
                tables.passkeys(),
                PublicKeyCredentialRpEntity.builder()
                        .id(address.host())
                        .name("Sekisho")
                        .build(),
                Set.of(address.origin()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
