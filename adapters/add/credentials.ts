const FILE_WITH_DRIVE = /^[a-z]:[\\/]/i;
const TO_LAST_AT = /^(?:([^:]*:[\\/]{2}).*|.*:.*)@/s;

/**
 * An address, or a file, as it may be shown and stored: without a name and a password before its host. What looks like an
 * address and cannot be read loses all before its last `@`, since nobody can tell where the password in it ends.
 */
export function withoutCredentials(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.host === "")
    return FILE_WITH_DRIVE.test(address) ? address : address.replace(TO_LAST_AT, "$1");
  return takeCredentials(url) === null ? address : url.href;
}

/** Takes the name and the password out of `url`, and gives them as the value of an `Authorization` header (RFC 7617). */
export function takeCredentials(url: URL): string | null {
  const { username, password } = url;
  if (username === "" && password === "") return null;
  url.username = "";
  url.password = "";
  const bytes = `${percentDecoded(username)}:${percentDecoded(password)}`;
  return `Basic ${Buffer.from(bytes, "latin1").toString("base64")}`;
}

/** The bytes that are meant, each as a character; a lone `%` is one of them. */
function percentDecoded(text: string): string {
  return text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
