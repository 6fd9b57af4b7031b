package org.zhengtong.services.licences.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How licences are numbered.
 *
 * @param numberPrefix the place a document number begins with, such as 云溪 in 云溪民婚字〔2026〕00012
 */
@ConfigurationProperties("zhengtong.licences")
record LicenceSettings(@DefaultValue("云溪") String numberPrefix) {}
