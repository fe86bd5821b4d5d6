// A short article of our own, so that there is something to try.
export const sampleArticle = {
  published: "2024-05-16",
  text: [
    "Harbour vote put off as mayor and union disagree",
    "The city council of Port Ellery has put off its vote on the new harbour until early June, Mayor Ines Calder said on Wednesday.",
    "Calder told the Ellery Courier that the port's owner, Northline Shipping, had promised in February 2023 to pay " +
      'for the breakwater. The company denied that on Thursday. "We never made such a promise," said its spokesman, ' +
      "Tomas Reuben.",
    "The old breakwater was built between 1961 and 1964 and was badly damaged by a storm in late 2022. The " +
      "dockworkers' union, which went on strike for eleven days last autumn, expects work to begin next year.",
    "Two days before the council met, the ministry of transport neither confirmed nor denied that it would take over " +
      "part of the cost.",
  ].join("\n\n"),
};
