// Passkeys on the pages of signing in and of enrolling. Without this script both pages work with password and code.
(() => {
  "use strict";

  const decode = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (character) => character.charCodeAt(0));
  };

  const encode = (buffer) => {
    const plain = String.fromCharCode(...new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };

  const post = async (path, body, headers = {}) => {
    const response = await fetch(path, {
      method: "POST",
      headers: {"Content-Type": "application/json", ...headers},
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw answer;
    }
    return answer;
  };

  const sent = (credential, response) => ({
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  });

  const signIn = async () => {
    const options = await post("/sign-in/passkey/options", {});
    options.challenge = decode(options.challenge);
    options.allowCredentials = [];
    const credential = await navigator.credentials.get({publicKey: options});
    return post("/sign-in/passkey", sent(credential, {
      clientDataJSON: encode(credential.response.clientDataJSON),
      authenticatorData: encode(credential.response.authenticatorData),
      signature: encode(credential.response.signature),
      userHandle: credential.response.userHandle ? encode(credential.response.userHandle) : undefined,
    }));
  };

  const value = (id) => document.getElementById(id)?.value ?? "";

  const enrol = async () => {
    const headers = {"X-Enrol-Token": value("token")};
    const options = await post("/enrol/passkey/options", {name: value("name"), email: value("email")}, headers);
    options.challenge = decode(options.challenge);
    options.user.id = decode(options.user.id);
    options.excludeCredentials = (options.excludeCredentials ?? []).map((known) => ({...known, id: decode(known.id)}));
    const credential = await navigator.credentials.create({publicKey: options});
    return post("/enrol/passkey", {
      credential: sent(credential, {
        clientDataJSON: encode(credential.response.clientDataJSON),
        attestationObject: encode(credential.response.attestationObject),
        transports: credential.response.getTransports ? credential.response.getTransports() : [],
      }),
      label: navigator.platform || "Passkey",
    }, headers);
  };

  const ceremonies = {"sign-in": signIn, "enrol": enrol};

  const tell = (text) => {
    const problem = document.getElementById("passkey-problem");
    problem.textContent = text;
    problem.hidden = false;
  };

  // What the server lists is a key of a message, which the page carries in its attributes.
  const reason = (section, failure) => {
    const listed = (failure.problems ?? [])
      .map((problem) => section.dataset[problem.detail.replace(/[.-](\w)/g, (match, letter) => letter.toUpperCase())])
      .filter(Boolean);
    return listed.length > 0 ? listed.join(" ") : section.dataset.failed;
  };

  document.querySelectorAll("[data-passkey]").forEach((section) => {
    const button = section.querySelector("button");
    button.addEventListener("click", async () => {
      if (!window.PublicKeyCredential) {
        tell(section.dataset.none);
        return;
      }
      button.disabled = true;
      try {
        location.assign((await ceremonies[section.dataset.passkey]()).location);
      } catch (failure) {
        tell(reason(section, failure));
        button.disabled = false;
      }
    });
  });
})();
