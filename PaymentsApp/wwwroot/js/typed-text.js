// What a person types is the truth; what the server says may be older. A box with data-heard tells which of its texts the
// server has heard. While a later one is on its way, the server's text is let go: it learns of the typed one next.
const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
const typed = new WeakMap();
let untouched = null; // the box that was entered and not typed in since

const isGuarded = element => element instanceof HTMLInputElement && "heard" in element.dataset;

function take(box, text) {
  if (typed.has(box) && typed.get(box) !== box.dataset.heard) return;
  typed.delete(box);
  if (native.get.call(box) === text) return; // an echo
  native.set.call(box, text);
  // Entered before the text came: the first key replaces it, and is not added to it.
  if (box === untouched && box === document.activeElement) box.select();
}

function guard(box) {
  if (Object.hasOwn(box, "value")) return;
  Object.defineProperty(box, "value", {
    configurable: true,
    get() { return native.get.call(this); },
    // At once: the next answer may be part of the same message. data-heard stands before the value in the element, so
    // that it is of the same answer.
    set(text) { take(this, text); },
  });
}

document.addEventListener("focusin", e => {
  untouched = e.target;
  if (isGuarded(e.target)) guard(e.target);
}, true);

document.addEventListener("input", e => {
  if (!isGuarded(e.target)) return;
  guard(e.target);
  untouched = null;
  typed.set(e.target, native.get.call(e.target));
}, true);
