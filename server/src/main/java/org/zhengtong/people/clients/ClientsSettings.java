package org.zhengtong.people.clients;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How systems of others are told that a sign-in has ended.
 *
 * @param allowedNetworks networks inside the house that they may be told in, such as {@code 10.20.0.0/16}; addresses of loopback, link-local and private networks that are in none of them are refused
 */
@ConfigurationProperties("zhengtong.clients")
public record ClientsSettings(@DefaultValue List<String> allowedNetworks) {}
