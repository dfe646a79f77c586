"""How a chart of years is drawn: where its lines, its axes and its words stand."""
