// A word that /begrippen/ explains, explains itself where it stands first on a page: at a click, or with the keyboard.
const NIET_IN = "a, button, th, .legenda, .citaat, h1, h2, summary, code, mark, label, option, caption, script, svg, [popover], .begrippen";

function zoeker(woorden) {
  const vormen = woorden.map((woord) => woord.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\d-])(${vormen.join("|")})(?![\\p{L}\\d-])`, "u");
}

function maakUitleg(woord, uitleg, nummer) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "begrip";
  knop.textContent = woord;
  knop.setAttribute("popovertarget", `begrip-${nummer}`);
  const tekst = document.createElement("span");
  tekst.id = `begrip-${nummer}`;
  tekst.className = "begrip__uitleg";
  tekst.setAttribute("popover", "");
  tekst.textContent = uitleg;
  const stuk = document.createDocumentFragment();
  stuk.append(knop, tekst);
  return stuk;
}

export async function legBegrippenUit(inhoud) {
  // A page to work on says what its fields mean itself.
  if (!inhoud || document.querySelector(".werkmenu") || !("popover" in HTMLElement.prototype)) return;
  let uitleg;
  try {
    uitleg = await (await fetch(inhoud.dataset.begrippen)).json();
  } catch {
    return; // the page says the same without it
  }
  const nog = new Set(Object.keys(uitleg));
  const teksten = document.createTreeWalker(inhoud, NodeFilter.SHOW_TEXT);
  const gevonden = [];
  for (let tekst = teksten.nextNode(); tekst && nog.size; tekst = teksten.nextNode()) {
    const raak = zoeker([...nog]).exec(tekst.data);
    if (!raak || tekst.parentElement.closest(NIET_IN)) continue;
    nog.delete(raak[1]);
    gevonden.push([tekst, raak]);
  }
  gevonden.forEach(([tekst, raak], nummer) => {
    const rest = tekst.splitText(raak.index);
    rest.data = rest.data.slice(raak[1].length);
    // A line may break before a button, and not between a word and its parentheses.
    const tussenHaakjes = tekst.data.endsWith("(") && rest.data.startsWith(")");
    if (tussenHaakjes) {
      tekst.data = tekst.data.slice(0, -1);
      rest.data = rest.data.slice(1);
    }
    rest.before(maakUitleg(tussenHaakjes ? `(${raak[1]})` : raak[1], uitleg[raak[1]], nummer));
  });
  inhoud.dataset.uitgelegd = gevonden.length;
}
