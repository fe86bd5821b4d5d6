// Reads EDTF strings, one a line, and answers each with one line of JSON: {"ok": false} or {"ok": true, "min": …, "max": …},
// bounds in milliseconds since 1970-01-01 UTC, null for an open or unknown side, "none" where edtf.js has no number for it.
import { createInterface } from 'node:readline'
import edtf from 'edtf'

const bound = value =>
  value === null || Math.abs(value) === Infinity ? null : Number.isNaN(value) ? 'none' : value

// As it comes, and where it then refuses a text, with both options that make it accept more. They stay off at first because
// seasonIntervals makes it refuse every interval with an unknown start. Without any option it takes long numbers for UNIX time.
const attempts = [{ level: 2 }, { seasonIntervals: true, seasonUncertainty: true }]

function read (text) {
  for (const options of attempts) {
    try {
      const date = edtf(text, options)
      return { ok: true, min: bound(date.min), max: bound(date.max) }
    } catch {
      // Refused.
    }
  }

  return { ok: false }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(read(line)) + '\n')
}
