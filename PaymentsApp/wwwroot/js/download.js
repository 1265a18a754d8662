// Hands a file that the server streams to the browser's own download.
export async function save(name, stream, type = 'text/csv') {
  const address = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
