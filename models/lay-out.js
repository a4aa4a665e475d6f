import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BinaryReader, BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** Fields of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
const MODEL = { graph: 7 };
const GRAPH = { initializer: 5 };
const TENSOR = { rawData: 9, externalData: 13, dataLocation: 14 };
const ENTRY = { key: 1, value: 2 };
const EXTERNAL = 1;

const MODEL_FILE = "model.onnx";
const WEIGHTS = "weights.bin";
/** Smaller tensors stay in the graph. */
const MIN_BYTES = 1024;
const ALIGNMENT = 64;

/**
 * Lays the encoder out as it is run: the great tensors of `from/model.onnx` in a file of their own, from which the runtime
 * maps them into memory: read from the graph, they take 30 MB more. Not a bit of them changes.
 * @param {string} from @param {string} to folders
 */
export async function layOut(from, to) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  let length = 0;
  /** @param {Uint8Array} tensor */
  const moveOut = (tensor) => {
    /** @type {BinaryWriter | undefined} */
    let external;
    const rest = rewrite(tensor, TENSOR.rawData, (bytes) => {
      if (bytes.length < MIN_BYTES) return bytes;
      external = new BinaryWriter();
      for (const [key, value] of Object.entries({ location: WEIGHTS, offset: length, length: bytes.length })) {
        const entry = new BinaryWriter().tag(ENTRY.key, WireType.LengthDelimited).string(key);
        entry.tag(ENTRY.value, WireType.LengthDelimited).string(String(value));
        external.tag(TENSOR.externalData, WireType.LengthDelimited).bytes(entry.finish());
      }
      external.tag(TENSOR.dataLocation, WireType.Varint).int32(EXTERNAL);
      const padding = new Uint8Array((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT);
      pieces.push(bytes, padding);
      length += bytes.length + padding.length;
      return null;
    });
    return external ? Buffer.concat([rest, external.finish()]) : rest;
  };
  const graph = rewrite(await readFile(join(from, MODEL_FILE)), MODEL.graph, (bytes) =>
    rewrite(bytes, GRAPH.initializer, moveOut),
  );
  await mkdir(to, { recursive: true });
  await writeFile(join(to, MODEL_FILE), graph);
  await writeFile(join(to, WEIGHTS), Buffer.concat(pieces));
  for (const name of await readdir(from)) if (name !== MODEL_FILE) await copyFile(join(from, name), join(to, name));
}

/**
 * A message with what `change` makes of one of its fields, each time that it stands there; `null` leaves it out.
 * @param {Uint8Array} message @param {number} field @param {(bytes: Uint8Array) => Uint8Array | null} change
 */
function rewrite(message, field, change) {
  const [reader, writer] = [new BinaryReader(message), new BinaryWriter()];
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag();
    if (number !== field || type !== WireType.LengthDelimited) {
      writer.tag(number, type).raw(reader.skip(type, number));
      continue;
    }
    const changed = change(reader.bytes());
    if (changed) writer.tag(number, type).bytes(changed);
  }
  return writer.finish();
}
