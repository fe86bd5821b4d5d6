import * as vega from "vega";
import { compile } from "vega-lite";
import { before, day, tell } from "./days.mjs";

const specification = compile({
  data: { url: process.argv[2] },
  mark: "bar",
  encoding: {
    x: { field: "start", type: "temporal" },
    x2: { field: "end" },
    y: { field: "id", type: "nominal" },
    tooltip: { field: "title" },
  },
}).spec;
const view = await new vega.View(vega.parse(specification), { renderer: "none" }).runAsync();
// What is drawn, not what was sent: bars have a place and a width, and the scale tells which days these are.
const scale = view.scale("x");
const bars = view.scenegraph().root.items[0].items.find(group => group.marktype === "rect" && group.role === "mark").items;
tell(
  bars.map(bar => {
    if (!(bar.width > 0)) throw new Error(`${bar.datum.id} is not drawn`);
    const round = at => new Date(Math.round(scale.invert(at).getTime() / 60000) * 60000);
    const [start, end] = [new Date(bar.datum.start), new Date(bar.datum.end)];
    for (const [drawn, meant] of [
      [round(bar.x), start],
      [round(bar.x + bar.width), end],
    ])
      if (Math.abs(drawn - meant) > 3600000) throw new Error(`${bar.datum.id} is drawn at ${drawn}, not at ${meant}`);
    return { id: bar.datum.id, first: day(start), last: before(end), title: bar.datum.title };
  }),
);
