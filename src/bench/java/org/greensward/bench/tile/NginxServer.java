package org.greensward.bench.tile;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greensward.bench.process.ProcessGroup;
import org.greensward.bench.process.RawOutputLog;
import org.greensward.error.UserException;

/**
 * An nginx process that serves the bytes of our tiles as static files, with its own folder and
 * port.
 */
final class NginxServer {
  private static final List<Path> PROGRAMS =
      List.of(
          Path.of("/usr/sbin/nginx"), Path.of("/usr/local/sbin/nginx"), Path.of("/usr/bin/nginx"));
  private static final String CONFIGURATION =
      """
      worker_processes 2;
      daemon off;
      pid %1$s/nginx.pid;
      error_log %1$s/error.log;
      events { worker_connections 1024; }
      http {
        access_log off;
        sendfile on;
        tcp_nopush on;
        keepalive_requests 1000000000;
        open_file_cache max=100000 inactive=1h;
        open_file_cache_valid 1h;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        default_type application/geo+json;
        server {
          listen 127.0.0.1:%2$d;
          root %1$s/files;
          location /gzip/ { add_header Content-Encoding gzip; add_header Cache-Control no-cache; }
          location /plain/ { add_header Cache-Control no-cache; }
        }
      }
      """;

  private final Path folder;
  private final String address;

  private NginxServer(Path folder, String address) {
    this.folder = folder;
    this.address = address;
  }

  static Optional<Path> find() {
    return PROGRAMS.stream().filter(Files::isExecutable).findFirst();
  }

  /** Writes the files and starts it. */
  static NginxServer start(
      ProcessGroup processes, Path program, Path folder, List<TileResponse> tiles)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("files"));
    for (TileResponse tile : tiles) {
      Path file = folder.resolve("files" + path(tile));
      Files.createDirectories(file.getParent());
      Files.write(file, tile.sent());
    }
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, CONFIGURATION.formatted(folder, port));
    Path output = folder.resolve("nginx.out");
    Process process =
        processes.start(
            List.of(
                program.toString(),
                "-p",
                folder.toString(),
                "-c",
                configuration.toString(),
                "-e",
                folder.resolve("error.log").toString()),
            Map.of(),
            output);
    awaitReady(process, port, output);
    return new NginxServer(folder, "http://127.0.0.1:" + port);
  }

  private static void awaitReady(Process process, int port, Path output)
      throws IOException, InterruptedException {
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (ConnectException e) {
        if (!process.isAlive()) {
          throw new UserException("nginx did not start: " + RawOutputLog.lastLine(output));
        }
        Thread.sleep(50);
      }
    }
  }

  private static String path(TileResponse tile) {
    return "/" + (tile.zipped() ? "gzip" : "plain") + TileList.path(tile.tile(), "geojson");
  }

  String address() {
    return address;
  }

  String url(TileResponse tile) {
    return address + path(tile);
  }

  /** The addresses of tiles as {@code tiles.lua} reads them. */
  Path writeRequests(List<TileResponse> tiles) throws IOException {
    return Files.write(folder.resolve("requests"), tiles.stream().map(NginxServer::path).toList());
  }

  /** The same, each with the ETag that nginx gives to its file. */
  Path writeRevalidations(List<TileResponse> tiles) throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    for (TileResponse tile : tiles) {
      lines.append(path(tile)).append('\t').append(TileResponse.etag(url(tile))).append('\n');
    }
    return Files.writeString(folder.resolve("revalidations"), lines);
  }
}
