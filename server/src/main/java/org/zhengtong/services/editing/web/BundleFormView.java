package org.zhengtong.services.editing.web;

import org.zhengtong.services.catalogue.BundlePlan;
import org.zhengtong.services.editing.BundleDraft;

/** The one form of a bundle that is being edited. */
public record BundleFormView(BundleDraft draft, BundlePlan plan) {}
