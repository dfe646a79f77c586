// Shows while typing how a figure is understood; the server does the reading, as it does without this script.
const form = document.querySelector("[data-begrepen]");
const place = form.querySelector(".begrepen");
let timer;
let last = 0;

async function show() {
  const number = ++last;
  const asked = new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken"));
  const answer = await fetch(`${form.dataset.begrepen}?${asked}`);
  // A later question may be answered earlier; a session that has ended answers with another page.
  if (answer.ok && !answer.redirected && number === last) place.innerHTML = await answer.text();
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(show, 300);
});

// Typed before this script was there, or put back by the browser.
const figure = form.elements.namedItem("ingetypt");
if (figure.value !== figure.defaultValue) show();
