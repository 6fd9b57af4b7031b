package org.zhengtong.ground.database.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;
import org.zhengtong.ground.start.CannotStart;

/**
 * The address of a PostgreSQL server, as JDBC wants it or as {@code postgres://user:password@host:port/name}. Records go to
 * another machine only by TLS, and only to the server the address names, unless the address itself says otherwise.
 */
record DatabaseAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {
    private static final String HERE = "(localhost|127\\.[0-9.]+|\\[::1\\])?(:[0-9]+)?";
    private static final Pattern ON_THIS_MACHINE =
            Pattern.compile("jdbc:postgresql:((?!//).*|//" + HERE + "(," + HERE + ")*([/?].*)?)");

    /** The JDK's own list of certificate authorities, instead of a file in somebody's home. */
    private static final String TRUSTED_BY_THE_JDK = "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    DatabaseAddress {
        jdbcUrl = byTls(jdbcUrl);
    }

    private static String byTls(String url) {
        if (url.contains("sslmode=") || ON_THIS_MACHINE.matcher(url).matches()) {
            return url;
        }
        boolean ownTrust = url.contains("sslrootcert=") || url.contains("sslfactory=");
        return url + (url.contains("?") ? "&" : "?") + "sslmode=verify-full" + (ownTrust ? "" : TRUSTED_BY_THE_JDK);
    }

    /** @throws CannotStart without the address in its words, for that holds a password */
    static DatabaseAddress parse(String address) {
        if (address.startsWith("jdbc:postgresql:")) {
            return jdbc(address);
        }
        URI uri = uri(address).filter(DatabaseAddress::isPostgres).orElseThrow(DatabaseAddress::unreadable);
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String jdbc = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query;
        String[] who = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new DatabaseAddress(jdbc, part(who, 0), part(who, 1));
    }

    static DatabaseAddress jdbc(String address) {
        return new DatabaseAddress(address, Optional.empty(), Optional.empty());
    }

    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(URI uri) {
        return uri.getHost() != null && ("postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme()));
    }

    private static CannotStart unreadable() {
        return new CannotStart("ZT_DATABASE_URL is not an address of a PostgreSQL.", """
                Use postgres://user:password@host:5432/name, with %40 for @, %3A for : and %2F for / in the password.""");
    }

    private static Optional<String> part(String[] parts, int index) {
        return parts.length > index
                ? Optional.of(UriUtils.decode(parts[index], StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
