package org.zhengtong.ground.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the world sees this program.
 *
 * @param publicAddress what QR codes and letters begin their links with, without a slash at the end
 */
@ConfigurationProperties("zhengtong.web")
public record WebSettings(
        @DefaultValue("http://localhost:8080") URI publicAddress) {}
