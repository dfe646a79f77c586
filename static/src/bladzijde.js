// Marks on the picture of a page where the figure stands that has the focus; a click does so without this script.
for (const link of document.querySelectorAll('a[href^="#vak-"]')) {
  const box = document.getElementById(link.hash.slice(1));
  link.addEventListener("focus", () => box.classList.add("is-gekozen"));
  link.addEventListener("blur", () => box.classList.remove("is-gekozen"));
}
