// Handing in a document: drop it on the form; and how far it is, without reloading the page.
const zone = document.querySelector("[data-sleepvak]");
if (zone) {
  const input = zone.querySelector("input[type=file]");
  const check = () => {
    const tooLarge = input.files[0]?.size > input.dataset.grootst;
    input.setCustomValidity(tooLarge ? input.dataset.teGroot : ""); // before it is sent; the server says the same
  };
  input.addEventListener("change", check);
  for (const event of ["dragover", "dragleave", "drop"]) {
    zone.addEventListener(event, (e) => {
      e.preventDefault();
      zone.classList.toggle("sleepvak--erboven", event === "dragover");
    });
  }
  zone.addEventListener("drop", (e) => {
    if (!e.dataTransfer.files.length) return;
    input.files = e.dataTransfer.files;
    check();
    zone.closest("form").querySelector("button").focus();
  });
}

const place = document.querySelector("[data-voortgang]");
if (place) {
  const bar = place.querySelector("progress");
  const text = place.querySelector("p");
  setInterval(async () => {
    const answer = await fetch(place.dataset.voortgang).catch(() => null); // no answer: ask again
    if (!answer?.ok) return;
    const now = answer.redirected ? {} : await answer.json(); // sent on: the session has ended
    if (now.staat !== place.dataset.staat) return location.reload();
    if (now.bladzijden) [bar.max, bar.value] = [now.bladzijden, now.gelezen];
    text.textContent = now.tekst;
  }, 1500);
}
