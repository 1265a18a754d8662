// Blazor says by classes on the notice how it stands; the rest is to come back without anybody's help.
const notice = document.getElementById("components-reconnect-modal");

// Quick at first (a short loss), then every three seconds, for as long as the page is open.
export const reconnection = {
  maxRetries: 100000,
  retryIntervalMilliseconds: attempt => (attempt < 5 ? 400 * (attempt + 1) : 3000),
};

const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

async function isServerBack() {
  try {
    const answer = await fetch("favicon.svg", { method: "HEAD", cache: "no-store" });
    return answer.ok;
  } catch {
    return false;
  }
}

// Windows that were closed while the line was lost are off the screen by now; their scripts and the focus are not.
window.closeLostDialogs = () => {
  if (!document.querySelector(".rz-dialog")) Radzen.closeDialog();
};

let isComingBack = false;

async function comeBack() {
  if (isComingBack) return;
  isComingBack = true;
  while (!await isServerBack()) await sleep(1500);
  location.reload();
}

function look() {
  const has = state => notice.classList.contains("components-reconnect-" + state);
  // Rejected: the server is there, but this window's state is not. Failed: it gave up trying.
  if (has("rejected") || has("failed")) comeBack();
}

if (notice) new MutationObserver(look).observe(notice, { attributes: true, attributeFilter: ["class"] });
