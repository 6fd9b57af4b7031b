package org.zhengtong.people.clients;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.WebSettings;

/**
 * Who signs people in: the public address, never what a request says. A program that has none yet and is tried out on one
 * machine is {@code localhost}, at whatever port.
 */
@Component
public class Issuer {
    private final URI address;
    private final Environment environment;

    Issuer(WebSettings settings, Environment environment) {
        this.address = settings.publicAddress();
        this.environment = environment;
    }

    public String name() {
        String port = environment.getProperty("local.server.port");
        return "localhost".equals(address.getHost()) && port != null ? "http://localhost:" + port : address.toString();
    }

    public URI at(String path) {
        return URI.create(name() + path);
    }
}
