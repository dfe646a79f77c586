import { maakLevend } from "./grafiek.js";

maakLevend();

for (const button of document.querySelectorAll("[data-kopieer]")) {
  button.hidden = !navigator.clipboard; // only there over https
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.kopieer).textContent);
    button.textContent = "Gekopieerd";
  });
}
