package org.zhengtong.people.identity.web;

import java.net.URI;
import org.zhengtong.people.identity.IdentityProof;

/** Before somebody goes to another service. */
public record ProofView(IdentityProof.Kind kind, boolean demonstration, URI address) {}
