// Charts: the drawing of the server is there at once, and stays; plotly lies over it for who points at it or taps it.
const DUTCH = { moduleType: "locale", name: "nl", format: { decimal: ",", thousands: "." } };
const SETTINGS = { locale: "nl", displayModeBar: false, doubleClick: false };
const PNG_SCALE = 3;
const LETTERS = 27; // in a line of a label: half the width of a phone

/** Reads theme colours as rgb(), also where the theme names a system colour. */
function colourReader() {
  const probe = document.createElement("span");
  document.body.append(probe);
  return {
    read(token) {
      probe.style.color = `var(--dw-${token})`;
      return getComputedStyle(probe).color;
    },
    close: () => probe.remove(),
  };
}

/** A label does not wrap by itself. */
const inLines = (sentence) =>
  sentence
    ?.match(new RegExp(`.{1,${LETTERS}}(?= |$)|\\S+`, "g"))
    .map((line) => line.trim())
    .join("<br>");

/** A trace is not seen, but its mark stands in the label. */
function colouredTraces(traces, read) {
  return traces.map((trace) => {
    const color = read(trace.meta.kleur);
    const customdata = trace.customdata.map(inLines);
    return { ...trace, customdata, line: { ...trace.line, color }, marker: { size: 8, ...trace.marker, color } };
  });
}

/** The axes lie on those of the drawing, which is `scale` times as large as its units. */
function overlay({ meta, xaxis, yaxis }, scale, read) {
  const font = { family: getComputedStyle(document.body).fontFamily, size: scale < 1 ? 12 : 14, color: read("inkt") };
  const margin = Object.fromEntries(Object.entries(meta.randen).map(([side, units]) => [side, units * scale]));
  const years = xaxis.range[1] - xaxis.range[0];
  const perYear = ((meta.breedte - meta.randen.l - meta.randen.r) * scale) / years;
  const spike = { showspikes: true, spikemode: "across", spikethickness: 1, spikedash: "dot" };
  return {
    margin: { ...margin, pad: 0 },
    showlegend: false,
    hovermode: "x unified",
    hoverdistance: perYear / 2, // of one year only
    dragmode: false,
    autosize: true,
    font,
    paper_bgcolor: "transparent",
    plot_bgcolor: "transparent",
    hoverlabel: { bgcolor: read("vlak"), bordercolor: read("inkt-zacht"), font },
    xaxis: { ...xaxis, ...spike, spikecolor: read("inkt-zacht"), fixedrange: true, hoverformat: "d" },
    yaxis: { ...yaxis, fixedrange: true },
  };
}

const figureOf = (element) => JSON.parse(document.getElementById(element.dataset.grafiek).textContent);

/** Lays plotly over the drawing from the first time that somebody points at it or taps it. */
function makeLively(element) {
  const canvas = element.querySelector(".grafiek__vlak");
  const { data, layout } = figureOf(element);
  const labels = document.createElement("div");
  labels.className = "grafiek__labels";
  let width = 0;

  function draw() {
    width = canvas.clientWidth;
    const colours = colourReader();
    const themed = overlay(layout, width / layout.meta.breedte, colours.read);
    Plotly.register(DUTCH);
    Plotly.newPlot(labels, colouredTraces(data, colours.read), themed, SETTINGS);
    colours.close();
  }

  async function start(event) {
    if (event.type === "pointerenter" && event.pointerType !== "mouse") return; // a thumb that scrolls is no question
    for (const type of ["pointerenter", "click"]) canvas.removeEventListener(type, start);
    await import(element.dataset.bibliotheek); // when it does not come, there are no labels
    canvas.append(labels);
    draw();
    new ResizeObserver(() => width !== canvas.clientWidth && draw()).observe(canvas);
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(query).addEventListener("change", draw);
    }
  }
  for (const type of ["pointerenter", "click"]) canvas.addEventListener(type, start);
}

/** A slider over the years that says the values of each: for a keyboard, a thumb and a screen reader. */
function sayValues(element) {
  const { data, layout } = figureOf(element);
  const slider = element.querySelector("input");
  const words = element.querySelector(".grafiek__waarden");
  const [first, last] = layout.xaxis.range;
  slider.min = Math.ceil(first);
  slider.max = Math.floor(last);
  const ofYear = (year) =>
    data.flatMap(({ x, customdata }) => customdata.filter((sentence, i) => x[i] === year));

  function say() {
    const year = Number(slider.value);
    words.textContent = ofYear(year).join(" ") || `Van ${year} is er geen cijfer.`;
    slider.setAttribute("aria-valuetext", words.textContent);
    for (const label of element.querySelectorAll("[data-jaar]")) {
      label.classList.toggle("is-gekozen", label.dataset.jaar === slider.value);
    }
  }
  const measured = data.filter(({ meta }) => meta.rol === "realisatie").flatMap(({ x }) => x);
  const named = data.flatMap(({ x }) => x.filter((year) => year !== null));
  slider.value = measured.length ? Math.max(...measured) : Math.min(...named);
  slider.addEventListener("input", say);
  element.querySelector(".grafiek__jaar").hidden = false;
  say();
}

/** The SVG file of the server, drawn on a canvas. */
async function downloadPng({ dataset: { svg, bestand } }) {
  const image = new Image();
  image.src = svg;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * PNG_SCALE;
  canvas.height = image.height * PNG_SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const link = document.createElement("a");
  link.download = bestand;
  link.href = canvas.toDataURL("image/png");
  link.click();
}

export function maakLevend() {
  for (const button of document.querySelectorAll(".grafiek__png")) {
    button.hidden = false;
    button.addEventListener("click", () => downloadPng(button));
  }
  for (const element of document.querySelectorAll("figure[data-grafiek]")) {
    makeLively(element);
    sayValues(element);
  }
}
