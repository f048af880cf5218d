package org.ladera.lesson.markup;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The TeX control words that a lesson may use. Everything else is refused: the typesetter's own
 * list contains words that loop for ever, read files or ask for pictures of kilometres.
 */
final class TexWords {
  /** Words without arguments, each with the sign by which it can be read in plain text. */
  static final Map<String, String> SIGNS =
      Arrays.stream(
              """
              alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι
              kappa=κ lambda=λ mu=μ nu=ν xi=ξ pi=π rho=ρ sigma=σ tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ
              omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Phi=Φ Psi=Ψ Omega=Ω
              cdot=· times=× div=÷ pm=± mp=∓ odot=⊙ oplus=⊕ otimes=⊗ ast=∗ circ=∘ star=⋆ bullet=•
              le=≤ leq=≤ ge=≥ geq=≥ ne=≠ neq=≠ approx=≈ equiv=≡ sim=∼ simeq=≃ propto=∝ in=∈ notin=∉
              subset=⊂ subseteq=⊆ ll=≪ gg=≫ to=→ gets=← mapsto=↦ leftarrow=← rightarrow=→ leftrightarrow=↔
              Rightarrow=⇒ Leftarrow=⇐ Leftrightarrow=⇔ longrightarrow=⟶ uparrow=↑ downarrow=↓ mid=∣
              parallel=∥ perp=⊥ sum=Σ prod=Π int=∫ max=max min=min log=log ln=ln exp=exp sin=sin cos=cos
              tan=tan tanh=tanh sinh=sinh cosh=cosh lim=lim sup=sup inf=inf det=det dim=dim arg=arg
              partial=∂ nabla=∇ infty=∞ forall=∀ exists=∃ neg=¬ lnot=¬ land=∧ lor=∨ wedge=∧ vee=∨ emptyset=∅
              cap=∩ cup=∪ setminus=∖ ell=ℓ hbar=ħ Re=ℜ Im=ℑ prime=′ top=⊤ bot=⊥ dots=… ldots=… cdots=⋯
              vdots=⋮ ddots=⋱ langle=⟨ rangle=⟩ Vert=‖ vert=| lfloor=⌊ rfloor=⌋ lceil=⌈ rceil=⌉ square=□
              lossfactor= slopefactor= therefore=∴ angle=∠ triangle=△ colon=:
              """
                  .strip()
                  .split("\\s+"))
          .map(pair -> pair.split("=", 2))
          .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

  /** Words without arguments that only set space or style. */
  static final Set<String> SILENT =
      Set.of(
          "quad",
          "qquad",
          "displaystyle",
          "textstyle",
          "scriptstyle",
          "scriptscriptstyle",
          "limits",
          "nolimits");

  /** Words with arguments, and how many. */
  static final Map<String, Integer> ARGUMENTS =
      Map.ofEntries(
          Map.entry("frac", 2),
          Map.entry("dfrac", 2),
          Map.entry("tfrac", 2),
          Map.entry("binom", 2),
          Map.entry("overset", 2),
          Map.entry("underset", 2),
          Map.entry("stackrel", 2),
          Map.entry("sqrt", 1),
          Map.entry("hat", 1),
          Map.entry("widehat", 1),
          Map.entry("bar", 1),
          Map.entry("tilde", 1),
          Map.entry("widetilde", 1),
          Map.entry("vec", 1),
          Map.entry("dot", 1),
          Map.entry("ddot", 1),
          Map.entry("overline", 1),
          Map.entry("underline", 1),
          Map.entry("overbrace", 1),
          Map.entry("underbrace", 1),
          Map.entry("mathbf", 1),
          Map.entry("mathrm", 1),
          Map.entry("mathit", 1),
          Map.entry("mathsf", 1),
          Map.entry("mathcal", 1),
          Map.entry("mathbb", 1),
          Map.entry("boldsymbol", 1),
          Map.entry("operatorname", 1),
          Map.entry("phantom", 1),
          Map.entry("vphantom", 1),
          Map.entry("hphantom", 1),
          Map.entry("loss", 1),
          Map.entry("data", 1),
          Map.entry("net", 1),
          Map.entry("weight", 1),
          Map.entry("delt", 1),
          Map.entry("grad", 1),
          Map.entry("rate", 1),
          Map.entry("cost", 1));

  /** Words whose one argument is plain words. */
  static final Set<String> TEXT = Set.of("text", "textbf", "textit", "textrm", "mbox");

  /** Words whose one argument is the name of a live number. */
  static final Set<String> LIVE = Set.of("num", "exact");

  /** Words that need a delimiter after them. */
  static final Set<String> SIZES =
      Set.of("big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr");

  static final Set<String> ENVIRONMENTS =
      Set.of(
          "matrix",
          "pmatrix",
          "bmatrix",
          "vmatrix",
          "cases",
          "array",
          "aligned",
          "gathered",
          "split");

  /** Words that may stand after {@code \left}, {@code \right} and {@code \big}. */
  static final Set<String> DELIMITERS =
      Set.of("langle", "rangle", "Vert", "vert", "lfloor", "rfloor", "lceil", "rceil");

  /** One-character commands: spaces and escaped signs. */
  static final String ESCAPES = ",;:! {}|%&_#";

  private TexWords() {}

  static boolean known(String word) {
    return SIGNS.containsKey(word)
        || SILENT.contains(word)
        || ARGUMENTS.containsKey(word)
        || TEXT.contains(word)
        || LIVE.contains(word)
        || SIZES.contains(word);
  }
}
