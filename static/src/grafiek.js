// Charts: the drawing of the server is there at once; who moves over it or touches it gets plotly's labels.
const DUTCH = { moduleType: "locale", name: "nl", format: { decimal: ",", thousands: "." } };
const SETTINGS = { locale: "nl", displayModeBar: false, doubleClick: false };
const NARROW = "(max-width: 40rem)";
const PNG_SCALE = 3;

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

function colouredTraces(traces, read) {
  return traces.map((trace) => {
    const measured = trace.meta.rol === "realisatie";
    const color = read(trace.meta.kleur);
    return {
      ...trace,
      zorder: measured ? 1 : 0,
      line: { width: measured ? 3 : 2, ...trace.line, color },
      marker: {
        size: measured ? 10 : 7,
        ...trace.marker,
        color,
        line: { color: read("vlak"), ...trace.marker?.line },
      },
    };
  });
}

function themedLayout(layout, read) {
  const ink = read("inkt");
  const soft = read("inkt-zacht");
  const surface = read("vlak");
  const font = { family: getComputedStyle(document.body).fontFamily, size: 14, color: ink };
  const themed = {
    margin: { l: 72, r: 16, t: 8, b: 36 },
    legend: {
      orientation: "h",
      x: 0,
      xanchor: "left",
      y: 1.02,
      yanchor: "bottom",
      itemclick: false,
      itemdoubleclick: false,
    },
    hovermode: "x unified",
    dragmode: false,
    separators: ",.",
    ...layout,
    autosize: true,
    font,
    paper_bgcolor: surface,
    plot_bgcolor: surface,
    hoverlabel: { bgcolor: surface, bordercolor: soft, font },
    shapes: layout.shapes?.map((shape) => ({ ...shape, line: { ...shape.line, color: soft } })),
  };
  for (const name of Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key))) {
    themed[name] = {
      fixedrange: true,
      exponentformat: "none",
      separatethousands: name.startsWith("y"),
      ticklabelstep: layout[name].dtick === 1 && matchMedia(NARROW).matches ? 2 : 1,
      tickfont: { color: soft },
      gridcolor: read("lijn"),
      zerolinecolor: read("lijn-sterk"),
      linecolor: read("lijn-sterk"),
      ...layout[name],
      title: { ...layout[name].title, font },
    };
  }
  return themed;
}

const figureOf = (element) => JSON.parse(document.getElementById(element.dataset.grafiek).textContent);

/** Shows plotly in place of the drawing from the first time that somebody points at it or taps it. */
function makeLively(element) {
  const canvas = element.querySelector(".grafiek__vlak");
  const { data, layout } = figureOf(element);
  let width = 0;

  function draw() {
    const colours = colourReader();
    Plotly.register(DUTCH);
    Plotly.newPlot(canvas, colouredTraces(data, colours.read), themedLayout(layout, colours.read), SETTINGS);
    colours.close();
    width = canvas.clientWidth;
  }

  async function start(event) {
    if (event.type === "pointerenter" && event.pointerType !== "mouse") return; // a thumb that scrolls is no question
    for (const type of ["pointerenter", "click"]) canvas.removeEventListener(type, start);
    await import(element.dataset.bibliotheek); // when it does not come, the drawing stays
    canvas.style.blockSize = `${canvas.clientHeight}px`;
    canvas.replaceChildren();
    draw();
    // Drawn anew: plotly's own resizing leaves the legend in the plot when its number of lines changes.
    new ResizeObserver(() => width !== canvas.clientWidth && draw()).observe(canvas);
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"]) {
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
    data.flatMap(({ name, x, text }) => x.flatMap((value, i) => (value === year ? [`${name}: ${text[i]}`] : [])));

  function say() {
    const year = Number(slider.value);
    words.textContent = `${year}. ${ofYear(year).join(". ") || "Geen cijfer"}.`;
    slider.setAttribute("aria-valuetext", words.textContent);
    for (const label of element.querySelectorAll("[data-jaar]")) {
      label.classList.toggle("is-gekozen", label.dataset.jaar === slider.value);
    }
  }
  const measured = data.filter(({ meta }) => meta.rol === "realisatie").flatMap(({ x }) => x);
  slider.value = measured.length ? Math.max(...measured) : slider.min;
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
  for (const element of document.querySelectorAll("figure.grafiek")) {
    makeLively(element);
    sayValues(element);
  }
}
