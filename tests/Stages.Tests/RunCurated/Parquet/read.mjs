// Prints what hyparquet finds in Parquet files, one JSON line for each: schema, codecs, row groups, and the columns' values.
// hyparquet rounds decimals and times to JavaScript's numbers, so it is shown the leaves without their logical types and gives them
// as they are stored; what the types make of them is done here, exactly.
import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

const text = new TextDecoder('utf-8', { fatal: true });

const treeOf = (elements) => {
  const element = elements.shift();
  const node = { ...element, children: [] };
  while (node.children.length < (element.num_children ?? 0)) {
    node.children.push(treeOf(elements));
  }

  if (node.children.length === 0) {
    delete element.converted_type;
    delete element.logical_type;
  }

  return node;
};

const annotationOf = ({ logical_type: logical, converted_type: converted }) => {
  switch (logical?.type) {
    case undefined:
      return converted === 'UTF8' ? 'STRING' : (converted ?? '');
    case 'INTEGER':
      return `${logical.isSigned ? 'INT' : 'UINT'}_${logical.bitWidth}`;
    case 'DECIMAL':
      return `DECIMAL(${logical.precision},${logical.scale})`;
    case 'TIMESTAMP':
    case 'TIME':
      // DuckDB writes TIMESTAMP_S and TIMESTAMP_MS in milliseconds, and in microseconds where it copies them from file to file.
      // Athena reads both; leafOf makes them one.
      return logical.unit === 'MILLIS' ? annotationOf({ logical_type: { ...logical, unit: 'MICROS' } }) : `${logical.type}_${logical.unit}${logical.isAdjustedToUTC ? '_UTC' : ''}`;
    default:
      return logical.type;
  }
};

const kindOf = (node) => (node.children.length === 0 ? 'leaf' : node.converted_type === 'LIST' || node.converted_type === 'MAP' ? node.converted_type : 'struct');

const schemaOf = (node) => {
  switch (kindOf(node)) {
    case 'LIST':
      return `list<${schemaOf(node.children[0].children[0])}>`;
    case 'MAP':
      return `map<${node.children[0].children.map(schemaOf).join(',')}>`;
    case 'struct':
      return `struct<${node.children.map((child) => `${child.name}:${schemaOf(child)}`).join(',')}>`;
    default:
      return `${node.type}${node.type_length ? `(${node.type_length})` : ''} ${annotationOf(node)}`.trim();
  }
};

const hexOf = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

// 0 and -0 are one entry to DuckDB's dictionaries, as they are equal.
const bitsOf = (value, isDouble) => {
  const view = new DataView(new ArrayBuffer(8));
  isDouble ? view.setFloat64(0, value + 0) : view.setFloat32(0, value + 0);
  return Number.isNaN(value) ? 'NaN' : hexOf(new Uint8Array(view.buffer, 0, isDouble ? 8 : 4));
};

const wholeOf = (value) => (value instanceof Uint8Array ? BigInt.asIntN(value.length * 8, BigInt(`0x${hexOf(value) || '0'}`)) : BigInt(value));

const decimalOf = (unscaled, scale) => {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? '.' : ''}${digits.slice(point)}`;
};

const leafOf = (node, value) => {
  const annotation = annotationOf(node);
  if (annotation === 'STRING') {
    return text.decode(value);
  }

  if (annotation.startsWith('DECIMAL')) {
    return decimalOf(wholeOf(value), node.scale ?? 0);
  }

  switch (node.type) {
    case 'BOOLEAN':
      return String(value);
    case 'FLOAT':
    case 'DOUBLE':
      return bitsOf(value, node.type === 'DOUBLE');
    case 'INT32':
      return String(annotation.startsWith('UINT') ? BigInt.asUintN(32, BigInt(value)) : value);
    case 'INT64':
      if (node.logical_type?.unit === 'MILLIS') {
        return String(BigInt(value) * 1000n);
      }

      return String(annotation.startsWith('UINT') ? BigInt.asUintN(64, BigInt(value)) : BigInt(value));
    default:
      return hexOf(value);
  }
};

// hyparquet makes maps to objects, and so their keys to texts: bytes with commas between them.
const keyOf = (node, key) => leafOf(node, node.type === 'BYTE_ARRAY' ? Uint8Array.from(key === '' ? [] : key.split(',').map(Number)) : BigInt(key));

const byText = (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);

const valueOf = (node, value) => {
  if (value === null || value === undefined) {
    return null;
  }

  switch (kindOf(node)) {
    case 'LIST':
      return [...value].map((element) => valueOf(node.children[0].children[0], element));
    case 'MAP': {
      const [key, held] = node.children[0].children;
      return Object.entries(value).map((entry) => [keyOf(key, entry[0]), valueOf(held, entry[1])]).sort(byText);
    }
    case 'struct':
      return node.children.map((child) => valueOf(child, value[child.name]));
    default:
      return leafOf(node, value);
  }
};

for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const metadata = parquetMetadata(file);
  const root = treeOf([...metadata.schema]);
  let rows = [];
  await parquetRead({
    file,
    metadata,
    compressors,
    utf8: false,
    rowFormat: 'object',
    onComplete: (read) => {
      rows = read.map((row) => valueOf(root, row));
    },
  });
  console.log(
    JSON.stringify({
      schema: root.children.map((child) => [child.name, schemaOf(child)]),
      codecs: [...new Set(metadata.row_groups.flatMap((group) => group.columns.map((column) => column.meta_data.codec)))],
      row_groups: metadata.row_groups.length,
      rows,
    }),
  );
}
