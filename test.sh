#!/usr/bin/env bash
# Runs every test, on a fresh Debian 12 too: installs Chromium, PostgreSQL and pdftotext where they are missing, restores, builds,
# tests. Fails when a test fails, when one was skipped, and when none ran. The last line is the count. Only the tests over
# real files of others are left out, in so many words, where those files are not at hand.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

fail() { printf '%s\n' "$*" >&2; exit 1; }

install_missing() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing+=(fonts-dejavu-core)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
  [ "${#missing[@]}" -gt 0 ] || return 0

  command -v apt-get >/dev/null || fail "Missing: ${missing[*]}. They are installed by themselves on Debian and Ubuntu only."
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "Missing: ${missing[*]}. Run as root, or install them: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
}

check_dotnet() {
  command -v dotnet >/dev/null || fail "The .NET SDK is missing. Install .NET SDK 10: https://dotnet.microsoft.com/download"
  # Fails when no installed SDK fits global.json, and then prints what it looked for.
  dotnet --version >/dev/null || fail "No installed .NET SDK fits global.json: $(tr -d '\n' <global.json)"
}

outcomes() { cat TestResults/*.trx 2>/dev/null | grep -oE '<UnitTestResult [^>]*' | grep -cE "outcome=\"($1)\"" || true; }

check_dotnet
install_missing

rm -rf TestResults
dotnet restore PaymentsApp.sln
dotnet build PaymentsApp.sln --no-restore --nologo -v quiet
only=()
if [ ! -d ../shared/data ] && [ -z "${PAYMENTSAPP_SHARED_DATA:-}" ]; then
  echo "Not run: the tests over real files of others, which are not part of the project (../shared/data)."
  only=(--filter "Needs!=SharedData")
fi
status=0
dotnet test PaymentsApp.sln --no-build --nologo "${only[@]}" --logger trx --results-directory TestResults </dev/null || status=$?

passed=$(outcomes Passed)
skipped=$(outcomes 'NotExecuted|Inconclusive|Pending')
all=$(outcomes '[A-Za-z]+')
failed=$((all - passed - skipped))

[ "$status" -eq 0 ] && [ "$failed" -gt 0 ] && status=1
[ "$status" -eq 0 ] && [ "$skipped" -gt 0 ] && { echo "Skipped tests count as failed here." >&2; status=1; }
[ "$status" -eq 0 ] && [ "$passed" -eq 0 ] && { echo "No test ran." >&2; status=1; }
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
