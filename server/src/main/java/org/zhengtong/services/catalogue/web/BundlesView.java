package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.zhengtong.services.catalogue.Bundle;

/** All bundles. */
public record BundlesView(List<Bundle> bundles) {}
