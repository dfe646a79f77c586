import { tekenGrafieken } from "./grafiek.js";

tekenGrafieken(document.querySelectorAll("figure.grafiek"));
