# Sourced by the launcher: everything that ./sekisho test does. Needs $root, say, maven, JAVA_HOME.
#
#   (nothing)  all tests but the long matrices: what CI runs
#   --fast     without the tests tagged slow (whole commands, kill -9)
#   --long     also the tests tagged long (more seeds, more kills)

run_tests() {
  local excluded=long
  case "${1:-}" in
    "") ;;
    --fast) excluded='long|slow' ;;
    --long) excluded= ;;
    *)
      say "test takes --fast or --long, not '$1'."
      exit 2
      ;;
  esac
  install_maven
  install_browser
  cd "$root"
  # The tests call the launcher's own class path, so it is built first, like a user's.
  maven -DexcludedGroups="$excluded" -Dsekisho.root="$root" verify
  exit 0
}

install_maven() {
  command -v mvn >/dev/null && return
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing Maven ..."
    apt-get update -qq && apt-get install -y -qq maven >&2 || {
      say "Maven could not be installed: apt-get install maven"
      exit 3
    }
  fi
}

# The pages are tested in the system's own Chromium, with a font that has Japanese: a page without one shows boxes.
install_browser() {
  local missing=()
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
    missing+=(chromium)
  if ! command -v fc-list >/dev/null || [ -z "$(fc-list :lang=ja family)" ]; then
    missing+=(fontconfig fonts-ipafont-gothic)
  fi
  [ "${#missing[@]}" = 0 ] && return
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing ${missing[*]} ..."
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 && return
  fi
  say "The tests of the pages need a browser and a Japanese font: apt-get install ${missing[*]}"
  exit 3
}
