// Parts that are folded on a phone, "details.vouw": open where there is room for them, and on paper.
const withRoom = matchMedia("(width >= 48rem)");

/** Opens the parts that an element is in; whether one was closed. */
function unfold(element) {
  const closed = [];
  for (let part = element?.closest("details"); part; part = part.parentElement.closest("details")) {
    if (!part.open) closed.push(part);
  }
  for (const part of closed) part.open = true;
  return closed.length > 0;
}

const targetOf = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)));

/** What the address points at; a browser may have scrolled to it while it, or what is above it, was closed. */
function showTarget() {
  const target = targetOf(location.hash);
  if (unfold(target) || withRoom.matches) target?.scrollIntoView();
}

export function vouw() {
  if (withRoom.matches) for (const part of document.querySelectorAll("details.vouw")) part.open = true;
  showTarget();
  addEventListener("hashchange", () => unfold(targetOf(location.hash)));
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) unfold(targetOf(link.hash)); // before the browser goes there, also for the second time
  });
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });
}
