"""An edition in, what its reviewers read out: numbered paragraphs, differences, claims, findings, and who must sign."""
