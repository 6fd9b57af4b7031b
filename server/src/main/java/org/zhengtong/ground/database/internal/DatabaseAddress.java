package org.zhengtong.ground.database.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The address of a PostgreSQL server, as JDBC wants it or as {@code postgres://user:password@host:port/name}. */
record DatabaseAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {

    static DatabaseAddress parse(String address) {
        if (address.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(address, Optional.empty(), Optional.empty());
        }
        URI uri = URI.create(address);
        if (!("postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "ZT_DATABASE_URL is not an address of a PostgreSQL: use postgres://user:password@host:5432/name");
        }
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
        String jdbc = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath() + query;
        String[] who = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new DatabaseAddress(jdbc, part(who, 0), part(who, 1));
    }

    private static Optional<String> part(String[] parts, int index) {
        return parts.length > index
                ? Optional.of(URLDecoder.decode(parts[index], StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
