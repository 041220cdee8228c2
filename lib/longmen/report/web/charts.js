// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the charts of a report from the data beside each of them.
import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import {
  AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, TooltipComponent, VisualMapComponent,
} from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

echarts.use([
  BarChart, HeatmapChart, LineChart, AriaComponent, GridComponent, LegendComponent, MarkAreaComponent,
  TooltipComponent, VisualMapComponent, SVGRenderer,
]);

// Told apart by people who do not see all colours, and in print.
const palette = ["#2b5c8a", "#d9822b", "#3f8f83", "#a8477a", "#8a7a3c", "#7f96b5", "#c4513d", "#5b6b4a"];
const ink = "#2b3440";
const faint = "#d5dbe2";
const text = { color: ink, fontFamily: "inherit", fontSize: 12 };

const axisName = (name) => ({ name, nameTextStyle: { ...text, color: "#5d6875" } });
const valueAxis = (name) => ({
  type: "value", ...axisName(name), axisLabel: text, splitLine: { lineStyle: { color: faint } }, minInterval: 1,
});
const categoryAxis = (name, data, extra = {}) => ({
  type: "category", data, ...axisName(name), nameLocation: "middle", nameGap: 28, axisLabel: { ...text, ...extra }, axisTick: { show: false },
  axisLine: { lineStyle: { color: "#8b96a3" } },
});

/** Bars and lines share everything but the mark; incomplete categories are shaded. */
function cartesian(chart) {
  const many = chart.series.length > 1;
  const shaded = chart.grey.flatMap((grey, i) =>
    grey ? [[{ xAxis: chart.categories[i] }, { xAxis: chart.categories[i] }]] : []);
  const series = chart.series.map((one, i) => ({
    name: one.name,
    type: chart.kind === "line" ? "line" : "bar",
    stack: chart.kind === "stacked" ? "all" : undefined,
    data: one.values,
    barMaxWidth: 28,
    symbolSize: 5,
    connectNulls: false,
    label: chart.horizontal && !many ? { show: true, position: "right", ...text } : undefined,
    markArea: i === 0 && shaded.length > 0 && !chart.horizontal
      ? { silent: true, itemStyle: { color: "rgba(120,130,140,0.16)" },
          data: [[{ xAxis: chart.categories[chart.grey.indexOf(true)] },
                  { xAxis: chart.categories[chart.grey.lastIndexOf(true)] }]] }
      : undefined,
    itemStyle: chart.kind === "line" ? undefined : {
      color: (point) => (chart.grey[point.dataIndex] ? `${palette[i % palette.length]}99` : palette[i % palette.length]),
    },
  }));
  const wide = Math.min(320, Math.max(40, ...chart.categories.map((name) => width(name))) + 8);
  const category = chart.horizontal
    ? { ...categoryAxis(chart.x, chart.categories, { width: wide, overflow: "truncate" }), inverse: true }
    : categoryAxis(chart.x, chart.categories, { hideOverlap: true });
  const value = valueAxis(chart.y);
  return {
    legend: many ? { top: 0, textStyle: text, type: "scroll", itemGap: 22 } : undefined,
    grid: { left: 12, right: chart.horizontal ? 56 : 24, top: many ? 52 : 36, bottom: chart.horizontal || !chart.x ? 12 : 30, containLabel: true },
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
    xAxis: chart.horizontal ? { ...value, name: undefined } : category,
    yAxis: chart.horizontal ? { ...category, name: undefined } : value,
    series,
  };
}

/** A matrix of counts. */
function matrix(chart) {
  const highest = Math.max(1, ...chart.cells.map(([, , count]) => count));
  const wide = Math.min(220, Math.max(40, ...chart.rows.map((name) => width(name))) + 8);
  return {
    grid: { left: 12, right: 24, top: 12, bottom: 64, containLabel: true },
    tooltip: { formatter: ({ data }) => `${chart.rows[data[1]]} × ${chart.categories[data[0]]}: ${data[2] ?? 0}` },
    xAxis: categoryAxis("", chart.categories, { rotate: chart.categories.some((name) => width(name) > 48) ? 40 : 0 }),
    yAxis: { ...categoryAxis("", chart.rows, { width: wide, overflow: "truncate" }), inverse: true },
    visualMap: {
      type: "continuous", min: 0, max: highest, orient: "horizontal", left: "center", bottom: 0, textStyle: text,
      inRange: { color: ["#f5f8fb", "#b9cfe3", "#6f9fc8"] }, seriesIndex: 0,
    },
    series: [
      { type: "heatmap", data: chart.cells, label: { show: true, color: ink, formatter: ({ data }) => data[2] || "" },
        itemStyle: { borderColor: "#ffffff", borderWidth: 1 } },
    ],
  };
}

/** Rough width of a label in pixels: Chinese characters take a full square. */
function width(label) {
  return [...label].reduce((sum, character) => sum + (character.codePointAt(0) > 0x2e7f ? 12 : 7), 0);
}

function draw(place) {
  const chart = JSON.parse(place.querySelector("script").textContent);
  const target = place.querySelector(".plot");
  const instance = echarts.init(target, null, { renderer: "svg" });
  const option = chart.kind === "matrix" ? matrix(chart) : cartesian(chart);
  instance.setOption({ animation: false, color: palette, textStyle: text, aria: { enabled: true }, ...option });
  return instance;
}

const instances = [...document.querySelectorAll("figure.chart")].map(draw);
const fit = () => instances.forEach((instance) => instance.resize());
addEventListener("resize", fit);
addEventListener("beforeprint", fit);
document.documentElement.dataset.charts = String(instances.length);
