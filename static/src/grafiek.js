// Draws the plotly figures that a page carries as JSON, in the colours of the theme.
const DUTCH = { moduleType: "locale", name: "nl", format: { decimal: ",", thousands: "." } };
const SETTINGS = { locale: "nl", displayModeBar: false, doubleClick: false, responsive: true };
const BEGROTING_COLOURS = 4;
const NARROW = "(max-width: 40rem)";

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
  let begrotingen = 0;
  return traces.map((trace) => {
    const { rol, nummer } = trace.meta ?? {};
    if (!rol) return trace;
    const place = rol === "begroting" ? (nummer ?? ++begrotingen) - 1 : 0;
    const color = read(rol === "begroting" ? `begroting-${(place % BEGROTING_COLOURS) + 1}` : rol);
    return {
      ...trace,
      line: { ...trace.line, color },
      marker: { ...trace.marker, color, line: { color: read("vlak"), ...trace.marker?.line } },
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
    legend: { orientation: "h", x: 0, xanchor: "left", y: 1.02, yanchor: "bottom", itemclick: false, itemdoubleclick: false },
    hovermode: "x unified",
    dragmode: false,
    separators: ",.",
    ...layout,
    autosize: true,
    font,
    paper_bgcolor: surface,
    plot_bgcolor: surface,
    hoverlabel: { bgcolor: surface, bordercolor: soft, font },
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

/** Draws each figure once it comes near the window, and again when the colours of the page change. */
export function tekenGrafieken(figures) {
  const drawn = new Set();

  function draw(element) {
    const { data, layout = {} } = JSON.parse(document.getElementById(element.dataset.grafiek).textContent);
    const canvas = element.querySelector(".grafiek__vlak");
    const colours = colourReader();
    Plotly.register(DUTCH);
    Plotly.react(canvas, colouredTraces(data, colours.read), themedLayout(layout, colours.read), SETTINGS);
    colours.close();
    drawn.add(element);
  }

  async function start(element) {
    try {
      await import(element.dataset.bibliotheek);
      await new Promise((done) => setTimeout(done)); // drawing is a task of its own, so the page stays responsive
      draw(element);
    } catch {
      element.hidden = true; // the table beside it carries the same figures
    }
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
        observer.unobserve(target);
        start(target);
      }
    },
    { rootMargin: "100%" },
  );
  figures.forEach((element) => observer.observe(element));

  for (const query of [NARROW, "(prefers-color-scheme: dark)", "(forced-colors: active)", "print"]) {
    matchMedia(query).addEventListener("change", () => {
      if (drawn.size) (query === "print" ? figures : drawn).forEach(draw);
    });
  }
}
