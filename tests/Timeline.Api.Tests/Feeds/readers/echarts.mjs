import * as echarts from "echarts";
import { before, day, tell } from "./days.mjs";

// ECharts itself takes a year below 100 for one of the twentieth century, and no year before 1; Date takes both.
const rows = await (await fetch(process.argv[2])).json();
const source = rows.map(row => ({ ...row, start: +new Date(row.start), end: +new Date(row.end) }));
const drawn = new Map();
const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 2000, height: 1000 });
chart.setOption({
  animation: false,
  dataset: { source },
  xAxis: { type: "time" },
  yAxis: { type: "category" },
  series: {
    type: "custom",
    encode: { x: ["start", "end"], y: "id", tooltip: "title" },
    renderItem(params, api) {
      const [start, end] = [new Date(api.value("start")), new Date(api.value("end"))];
      const [from, to] = [api.coord([api.value("start"), api.value("id")]), api.coord([api.value("end"), api.value("id")])];
      if (!(to[0] > from[0])) throw new Error(`${source[params.dataIndex].id} is not drawn`);
      drawn.set(params.dataIndex, {
        id: source[params.dataIndex].id,
        first: day(start),
        last: before(end),
        title: source[params.dataIndex].title,
      });
      return { type: "rect", shape: { x: from[0], y: from[1], width: to[0] - from[0], height: 4 } };
    },
  },
});
chart.renderToSVGString();
chart.dispose();
tell([...drawn.values()]);
