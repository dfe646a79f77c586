// Draws the plotly figures that a page carries as JSON, in the colours of the theme.
const DUTCH = { moduleType: "locale", name: "nl", format: { decimal: ",", thousands: "." } };
const SETTINGS = { locale: "nl", displayModeBar: false, doubleClick: false };
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
    const measured = rol === "realisatie";
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

/**
 * Draws each figure once half of it is in sight, so that a phone does not load the library for an answer
 * that stands above it; and again when its width or the colours of the page change.
 */
export function tekenGrafieken(figures) {
  const widths = new Map();

  function draw(element) {
    const { data, layout = {} } = JSON.parse(document.getElementById(element.dataset.grafiek).textContent);
    const canvas = element.querySelector(".grafiek__vlak");
    const colours = colourReader();
    Plotly.register(DUTCH);
    Plotly.newPlot(canvas, colouredTraces(data, colours.read), themedLayout(layout, colours.read), SETTINGS);
    colours.close();
    widths.set(element, canvas.clientWidth);
    resizes.observe(canvas);
  }

  async function start(element) {
    try {
      await import(element.dataset.bibliotheek);
      await new Promise((done) => setTimeout(done)); // drawing is a task of its own: the page stays responsive
      draw(element);
    } catch {
      element.hidden = true; // the table beside it carries the same figures
    }
  }

  // Drawn anew: plotly's own resizing leaves the legend in the plot when its number of lines changes.
  const resizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const element = target.closest("figure");
      if (widths.get(element) !== target.clientWidth) draw(element);
    }
  });
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
        observer.unobserve(target);
        start(target.closest("figure"));
      }
    },
    { threshold: 0.5 },
  );
  figures.forEach((element) => observer.observe(element.querySelector(".grafiek__vlak")));

  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"]) {
    matchMedia(query).addEventListener("change", () => {
      if (widths.size) (query === "print" ? figures : [...widths.keys()]).forEach(draw);
    });
  }
}
