// Checks a feed against a JSON Schema and prints what is wrong.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";

const [schema, feed] = process.argv.slice(2);
const ajv = formats(new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }));
const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
const document = await (await fetch(feed)).json();
if (!validate(document)) console.log(JSON.stringify(validate.errors));
const list = document.items ?? document["@graph"];
const ids = list.map(item => item.id ?? item["@id"]);
if (list.length === 0) console.log("empty");
if (new Set(ids).size !== ids.length) console.log("an id stands twice");
