// The field to search with suggests names while one types: a combobox with a list, by the ARIA pattern. What is chosen is
// searched for like what is typed; without this script the field is a plain form.
const WACHT = 120; // ms of silence before the site is asked

export function helpZoeken(form) {
  const veld = form.querySelector("input");
  const lijst = document.createElement("ul");
  lijst.id = "zoek-voorstellen";
  lijst.className = "zoekveld__voorstellen";
  lijst.setAttribute("role", "listbox");
  lijst.setAttribute("aria-label", "Voorstellen");
  lijst.hidden = true;
  form.append(lijst);
  veld.setAttribute("role", "combobox");
  veld.setAttribute("aria-autocomplete", "list");
  veld.setAttribute("aria-controls", lijst.id);
  veld.setAttribute("aria-expanded", "false");

  let wekker;
  let gevraagd = 0;

  function sluit() {
    clearTimeout(wekker);
    gevraagd += 1; // an answer that is still on its way comes too late
    lijst.hidden = true;
    veld.setAttribute("aria-expanded", "false");
    veld.removeAttribute("aria-activedescendant");
  }

  function zoek(naam) {
    veld.value = naam;
    sluit();
    form.requestSubmit();
  }

  function toon(namen) {
    lijst.replaceChildren(
      ...namen.map((naam, nummer) => {
        const voorstel = document.createElement("li");
        voorstel.id = `zoek-voorstel-${nummer}`;
        voorstel.className = "zoekveld__voorstel";
        voorstel.setAttribute("role", "option");
        voorstel.setAttribute("aria-selected", "false");
        voorstel.textContent = naam;
        voorstel.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
        voorstel.addEventListener("click", () => zoek(naam));
        return voorstel;
      }),
    );
    lijst.hidden = !namen.length;
    veld.setAttribute("aria-expanded", String(!lijst.hidden));
    veld.removeAttribute("aria-activedescendant");
  }

  async function vraag() {
    gevraagd += 1;
    const eigen = gevraagd;
    try {
      const antwoord = await fetch(`${form.dataset.voorstellen}?q=${encodeURIComponent(veld.value)}`);
      const { namen } = await antwoord.json();
      if (eigen === gevraagd) toon(namen);
    } catch {
      sluit(); // the form itself still works
    }
  }

  function kies(stap) {
    const voorstellen = [...lijst.children];
    const nu = voorstellen.findIndex((voorstel) => voorstel.getAttribute("aria-selected") === "true");
    const nieuw = nu === -1 && stap < 0 ? voorstellen.length - 1 : nu + stap;
    voorstellen[nu]?.setAttribute("aria-selected", "false");
    const gekozen = voorstellen[nieuw];
    gekozen?.setAttribute("aria-selected", "true");
    if (gekozen) veld.setAttribute("aria-activedescendant", gekozen.id);
    else veld.removeAttribute("aria-activedescendant");
  }

  veld.addEventListener("input", () => {
    clearTimeout(wekker);
    wekker = setTimeout(vraag, WACHT);
  });
  veld.addEventListener("blur", sluit);
  veld.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !lijst.hidden) {
      event.preventDefault(); // the first press closes the list, the next one empties the field
      sluit();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (lijst.hidden) vraag();
      else kies(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !lijst.hidden) {
      const gekozen = lijst.querySelector('[aria-selected="true"]');
      if (gekozen) {
        event.preventDefault();
        zoek(gekozen.textContent);
      }
    }
  });
}
