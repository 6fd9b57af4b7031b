package org.zhengtong.services.notices;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How departments' systems are told of their cases.
 *
 * @param allowedNetworks networks inside the house that messages may be sent to, such as {@code 10.20.0.0/16}; addresses of loopback, link-local and private networks that are in none of them are refused
 */
@ConfigurationProperties("zhengtong.notices")
public record NoticesSettings(@DefaultValue List<String> allowedNetworks) {}
