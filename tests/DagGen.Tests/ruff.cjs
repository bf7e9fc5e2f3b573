// Reads Python from stdin; prints what ruff's Airflow rules find, and whether its formatter would leave the text alone.
const { Workspace, PositionEncoding } = require('@astral-sh/ruff-wasm-nodejs');

const workspace = (preview) =>
  new Workspace(
    {
      preview,
      'line-length': 100,
      'target-version': 'py39',
      lint: { select: ['AIR', 'F', 'E', 'W', 'I'], preview, 'explicit-preview-rules': false },
    },
    PositionEncoding.Utf32,
  );

const text = require('fs').readFileSync(0, 'utf8');
const findings = workspace(true)
  .check(text)
  .map((finding) => `${finding.start_location.row}: ${finding.code}: ${finding.message}`);
const stable = !findings.some((finding) => finding.includes('invalid-syntax')) && workspace(false).format(text) === text;
console.log(JSON.stringify({ findings, stable }));
