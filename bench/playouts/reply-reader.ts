const LAST_CHUNK = Buffer.from("0\r\n\r\n");

/**
 * Reads replies of HTTP/1.1 as they come in, by length or in chunks; answers true with the bytes that complete one.
 * @throws Error when a reply is not 200, or is longer than announced
 */
export function replyReader(): (bytes: Buffer) => boolean {
  let head = "";
  let left = 0; // bytes of the body that are still to come; 0 before its head
  let chunked = false;
  let tail = Buffer.alloc(0);

  const inBody = (bytes: Buffer): boolean => {
    if (chunked) {
      tail = Buffer.concat([tail, bytes]).subarray(-LAST_CHUNK.length);
      if (!tail.equals(LAST_CHUNK)) return false;
      chunked = false;
      tail = Buffer.alloc(0);
      return true;
    }
    left -= bytes.length;
    if (left < 0) throw new Error("more bytes than announced");
    return left === 0;
  };

  return (bytes) => {
    if (left > 0 || chunked) return inBody(bytes);
    head += bytes.toString("latin1");
    const end = head.indexOf("\r\n\r\n");
    if (end < 0) return false;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
    chunked = /\r\ntransfer-encoding: chunked/i.test(head);
    if (!head.startsWith("HTTP/1.1 200") || !(length > 0 || chunked)) throw new Error(head.slice(0, end));
    if (!chunked) left = length;
    const body = Buffer.from(head.slice(end + 4), "latin1");
    head = "";
    return body.length > 0 && inBody(body);
  };
}
