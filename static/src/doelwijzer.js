import { legBegrippenUit } from "./begrippen.js";
import { maakLevend } from "./grafiek.js";
import { vouw } from "./vouwen.js";
import { helpZoeken } from "./zoeken.js";

vouw();
maakLevend();
document.querySelectorAll("[data-voorstellen]").forEach(helpZoeken);
legBegrippenUit(document.querySelector("[data-begrippen]"));

for (const button of document.querySelectorAll("[data-kopieer]")) {
  button.hidden = !navigator.clipboard; // only there over https
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.kopieer).textContent);
    button.textContent = "Gekopieerd";
  });
}
