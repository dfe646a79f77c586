// Marks on the picture of a page where the figure stands that has the focus; a click does so without this script.
for (const link of document.querySelectorAll('a[href^="#vak-"]')) {
  const box = document.getElementById(link.hash.slice(1));
  link.addEventListener("focus", () => box.classList.add("is-gekozen"));
  link.addEventListener("blur", () => box.classList.remove("is-gekozen"));
}

// Beside a question the page has a scrollbar of its own: it starts at what the question is about.
const pane = document.querySelector(".beoordeling__bladzijde");
const asked = pane?.querySelector(".bladzijde__gevraagd, .regel--gekozen");
if (asked) {
  const down = asked.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += down - pane.clientHeight / 2;
}
